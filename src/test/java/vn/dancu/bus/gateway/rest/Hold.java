package vn.dancu.bus.gateway.rest;

public class Hold {
    public static void main(String[] a) {
        org.springframework.boot.SpringApplication.run(DoorsConfiguration.class, a);
    }
}
