// Tra cứu một công dân qua SOAP, chỉ với thư viện của .NET / look up one citizen over SOAP with the libraries of .NET alone.
// dotnet run -- http://127.0.0.1:8080/soap/population/v1 <SoDinhDanh> "<HoVaTen>" <yyyyMMdd>
// DANCU_USER và DANCU_SECRET trong biến môi trường / in the environment.
using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using System.Xml.Linq;

public static class LookUp
{
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly XNamespace Asked = "http://dancuquocgia.bca";
    private static readonly XNamespace Answered = "http://www.mic.gov.vn/dancu/1.0";

    public static async Task Main(string[] arguments)
    {
        var address = new Uri(arguments[0]);
        var question = new XElement(Asked + "TraCuuThongTinCongDan",
            new XElement(Asked + "MaYeuCau", Guid.NewGuid()),
            new XElement(Asked + "MaDVC", "1.001193"),
            new XElement(Asked + "MaTichHop", "037"),
            new XElement(Asked + "MaCanBo", "canbo01"),
            new XElement(Asked + "SoDinhDanh", arguments[1]),
            new XElement(Asked + "HoVaTen", arguments[2]),
            new XElement(Asked + "NgayThangNamSinh",
                new XElement(Asked + "NgayThangNam", arguments[3])));
        var envelope = new XDocument(new XElement(Soap + "Envelope", new XElement(Soap + "Body", question)));

        var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(envelope.ToString(), Encoding.UTF8, "text/xml");
        request.Headers.Add("SOAPAction", "\"\"");
        SignIn(request, address.AbsolutePath);

        var response = await new HttpClient().SendAsync(request);
        var answer = XDocument.Parse(await response.Content.ReadAsStringAsync());
        foreach (var loi in answer.Descendants(Answered + "Loi"))
        {
            Console.WriteLine((string)loi.Element(Answered + "Ma") + ": "
                + (string)loi.Element(Answered + "ThongDiep") + " "
                + (string)loi.Element(Answered + "ThongDiepTiengAnh"));
        }
        foreach (var person in answer.Descendants(Answered + "CongDan"))
        {
            Console.WriteLine((string)person.Element(Answered + "SoDinhDanh") + " "
                + (string)person.Element(Answered + "HoVaTen")?.Element(Answered + "Ten"));
        }
    }

    /// <summary>Ký mỗi lần hỏi: digest = sha256hex(path + user + timestamp + secret) / signs each question anew.</summary>
    private static void SignIn(HttpRequestMessage request, string path)
    {
        var user = Environment.GetEnvironmentVariable("DANCU_USER");
        var moment = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString();
        var text = path + user + moment + Environment.GetEnvironmentVariable("DANCU_SECRET");
        var hash = SHA256.Create().ComputeHash(Encoding.UTF8.GetBytes(text));
        var digest = BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes(user + ":" + digest));
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", pair);
        request.Headers.Add("Timestamp", moment);
    }
}
