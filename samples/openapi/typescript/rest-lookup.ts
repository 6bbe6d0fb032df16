// Tra cứu một công dân qua REST với lớp sinh từ OpenAPI / look up one citizen over REST with generated classes.
// node rest-lookup.js http://127.0.0.1:8080 <SoDinhDanh> "<HoVaTen>" <yyyyMMdd>
// DANCU_USER và DANCU_SECRET trong biến môi trường / in the environment.
import { Configuration, PopulationApi, ResponseError, TokenApi } from './client';

declare const process: { argv: string[]; env: { [name: string]: string } };

async function main(address: string, number: string, name: string, born: string): Promise<void> {
  try {
    const token = await new TokenApi(new Configuration({ basePath: address })).takeToken({
      grantType: 'client_credentials',
      clientId: process.env.DANCU_USER,
      clientSecret: process.env.DANCU_SECRET,
    });
    const configuration = new Configuration({ basePath: address, accessToken: token.accessToken });
    const answer = await new PopulationApi(configuration).lookUpCitizen({
      question: {
        maYeuCau: crypto.randomUUID(),
        maDVC: '1.001193',
        maCanBo: 'canbo01',
        soDinhDanh: number,
        hoVaTen: name,
        ngaySinh: born,
      },
    });
    for (const person of answer.congDan) {
      console.log(person.soDinhDanh, person.hoVaTen?.ten);
    }
  } catch (refused) {
    if (!(refused instanceof ResponseError)) throw refused;
    console.log(refused.response.status, await refused.response.text());
  }
}

const [address, number, name, born] = process.argv.slice(2);
main(address, number, name, born);
