package vn.dancu.bus.gateway.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;

/** A test that knocks at the doors; all of them share one server. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DoorsConfiguration.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "logging.pattern.console=%p %m %kvp%n%ex",
            "dancu.citizen.address-levels.household=2",
            "dancu.citizen.extract.signature-bundle=doors-signature",
            "dancu.citizen.extract.authority=Cơ quan thử nghiệm",
            "dancu.citizen.extract.place=Hà Nội"
        })
@AutoConfigureObservability(tracing = false)
@interface AtTheDoors {}
