import java.util.*;

class Broken {

    List<String> of(String a, String b, String c, String d, String e, String f, String g, String h, String i) {
        if (a.isEmpty()) {
            if (b.isEmpty()) {
                if (c.isEmpty()) {
                    if (d.isEmpty()) {
                        System.out.println(a + b + c + d + e + f + g + h + i);
                    }
                }
            }
        }
        return List.of();
    }
}
