package vn.dancu.bench.bare;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Argument: port. A national service that takes no time: every question is answered at once with one citizen of the number that was asked
 * for, in the official shape. It checks nothing.
 */
public final class ZeroDelaySide {

    private static final String ANSWER =
            """
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>\
            <dc:CongdanCollection xmlns:dc="http://www.mic.gov.vn/dancu/1.0" GhiChu="found" \
            ThoiDiemDuLieu="2026-11-24T01:02:03.456Z" SoCongDan="1" id="%s"><dc:CongDan><dc:SoDinhDanh>%s</dc:SoDinhDanh>\
            <dc:HoVaTen><dc:Ho>NGUYỄN</dc:Ho><dc:ChuDem>VĂN</dc:ChuDem><dc:Ten>AN</dc:Ten></dc:HoVaTen>\
            <dc:GioiTinh>1</dc:GioiTinh><dc:DanToc><dc:MaDanToc>01</dc:MaDanToc></dc:DanToc>\
            <dc:TonGiao><dc:MaTonGiao>00</dc:MaTonGiao></dc:TonGiao><dc:TinhTrangHonNhan>2</dc:TinhTrangHonNhan>\
            <dc:NhomMau>01</dc:NhomMau><dc:NgayThangNamSinh><dc:NgayThangNam>1980-01-02</dc:NgayThangNam></dc:NgayThangNamSinh>\
            <dc:QueQuan><dc:MaDonViHanhChinh>00004</dc:MaDonViHanhChinh><dc:ChiTiet>Số 1</dc:ChiTiet>\
            <dc:QuocGia>VN</dc:QuocGia></dc:QueQuan><dc:ThuongTru>\
            <dc:MaDonViHanhChinh>00004</dc:MaDonViHanhChinh><dc:ChiTiet>Số 1</dc:ChiTiet><dc:QuocGia>VN</dc:QuocGia>\
            </dc:ThuongTru></dc:CongDan></dc:CongdanCollection></soap:Body></soap:Envelope>""";

    public static void main(String[] arguments) throws IOException {
        try (ServerSocket socket =
                new ServerSocket(Integer.parseInt(arguments[0]), 200, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                Thread thread = new Thread(() -> serve(connection), "zero-delay");
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    private static void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            OutputStream out = connection.getOutputStream();
            String body = next(in);
            while (body != null) {
                byte[] answer = ANSWER.formatted(element(body, "MaYeuCau>"), element(body, "SoDinhDanh>"))
                        .getBytes(StandardCharsets.UTF_8);
                String head = "HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: "
                        + answer.length + "\r\n\r\n";
                byte[] all = new byte[head.length() + answer.length];
                System.arraycopy(head.getBytes(StandardCharsets.US_ASCII), 0, all, 0, head.length());
                System.arraycopy(answer, 0, all, head.length(), answer.length);
                out.write(all);
                body = next(in);
            }
        } catch (IOException e) {
            // Whoever asked has closed the connection.
            return;
        }
    }

    /** The body of the next request; null when the connection has ended. */
    private static @Nullable String next(InputStream in) throws IOException {
        int length = 0;
        String line = line(in);
        if (line == null) {
            return null;
        }
        while (line != null && !line.isEmpty()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
            line = line(in);
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        int one = in.read();
        while (one >= 0 && one != '\n') {
            if (one != '\r') {
                line.append((char) one);
            }
            one = in.read();
        }
        return one < 0 ? null : line.toString();
    }

    private static String element(String body, String name) {
        int start = body.indexOf(name) + name.length();
        return body.substring(start, body.indexOf('<', start));
    }

    private ZeroDelaySide() {}
}
