package vn.dancu.bus.desk.console.shell;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import vn.dancu.bus.desk.RoleCheck;
import vn.dancu.bus.desk.console.Moments;

/** The frame of the console. */
@Configuration(proxyBeanMethods = false)
class ShellWiring {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final String SUFFIX = "_vi.properties";

    /** Open to everybody: what the page of sign-in needs. */
    private static final List<String> OPEN = List.of(
            "/desk/sign-in",
            "/desk/sign-in/**",
            "/desk/files/**",
            "/desk/language",
            "/desk/theme",
            "/desk/form-expired");

    @Bean
    ConsoleFiles consoleFiles() {
        return new ConsoleFiles();
    }

    @Bean
    Moments moments(Clock clock) {
        return new Moments(clock);
    }

    /** Every {@code desk/*_vi.properties} with its English sister, and the words of the error codes. */
    @Bean
    MessageSource messageSource() throws IOException {
        Stream<String> own = Arrays.stream(
                        new PathMatchingResourcePatternResolver().getResources("classpath*:desk/*" + SUFFIX))
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .map(name -> "desk/" + name.substring(0, name.length() - SUFFIX.length()));
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(Stream.concat(Stream.of("messages"), own).toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(VIETNAMESE);
        return messages;
    }

    /** Vietnamese until somebody chooses English, whatever the browser would rather have. */
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver languages = new CookieLocaleResolver("dancu-desk-language");
        languages.setDefaultLocale(VIETNAMESE);
        languages.setCookiePath("/desk");
        languages.setCookieMaxAge(Duration.ofDays(365));
        languages.setCookieHttpOnly(true);
        languages.setCookieSameSite("Lax");
        languages.setRejectInvalidCookies(false);
        return languages;
    }

    @Bean
    WebMvcConfigurer consoleRoleCheck() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoleCheck())
                        .addPathPatterns("/desk", "/desk/**")
                        .excludePathPatterns(OPEN);
            }
        };
    }
}
