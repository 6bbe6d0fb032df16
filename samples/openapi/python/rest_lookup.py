"""Tra cứu một công dân qua REST với lớp sinh từ OpenAPI / look up one citizen over REST with generated classes.

python3 rest_lookup.py http://127.0.0.1:8080 <SoDinhDanh> "<HoVaTen>" <yyyyMMdd>
DANCU_USER và DANCU_SECRET trong biến môi trường / in the environment.
"""
import os
import sys
import uuid

import dancu_client


def main(address, number, name, born):
    configuration = dancu_client.Configuration(host=address)
    with dancu_client.ApiClient(configuration) as client:
        try:
            token = dancu_client.TokenApi(client).take_token(
                grant_type="client_credentials",
                client_id=os.environ["DANCU_USER"],
                client_secret=os.environ["DANCU_SECRET"],
            )
            configuration.access_token = token.access_token
            answer = dancu_client.PopulationApi(client).look_up_citizen(
                dancu_client.Question(
                    ma_yeu_cau=str(uuid.uuid4()),
                    ma_dvc="1.001193",
                    ma_can_bo="canbo01",
                    so_dinh_danh=number,
                    ho_va_ten=name,
                    ngay_sinh=born,
                )
            )
        except dancu_client.ApiException as refused:
            print(refused.status, refused.body)
            return
    for person in answer.cong_dan:
        print(person.so_dinh_danh, person.ho_va_ten.ten)


if __name__ == "__main__":
    main(*sys.argv[1:5])
