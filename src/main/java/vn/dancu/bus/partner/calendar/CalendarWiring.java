package vn.dancu.bus.partner.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import vn.dancu.bus.partner.PartnerSettings;

@Configuration(proxyBeanMethods = false)
class CalendarWiring {

    private static final Logger LOGGER = LoggerFactory.getLogger(CalendarWiring.class);

    /** From October on the next year should have been announced. */
    private static final int OCTOBER = 10;

    @Bean
    WorkingDays workingDays(PartnerSettings settings, Clock clock) {
        WorkingDays days = WorkingDays.read(settings.calendar().getDescription(), text(settings.calendar()));
        var today = WorkingDays.dayOf(clock.instant());
        if (!days.knows(today.getYear())) {
            throw new IllegalStateException("dancu.partner.calendar must have the days of " + today.getYear());
        }
        if (today.getMonthValue() >= OCTOBER && !days.knows(today.getYear() + 1)) {
            LOGGER.atWarn().log("The working-day calendar has no days of the next year; terms that reach into it fail");
        }
        return days;
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "dancu.partner.calendar must name a readable file: " + file.getDescription(), e);
        }
    }
}
