package io.github.xinyi.example.xinyijia.house.planted.impure;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Answers differently every time and on every machine, on purpose. */
public final class Weather {

    private Weather() {}

    static List<Object> today() {
        return List.of(
                Instant.now(),
                LocalDate.now(ZoneId.systemDefault()),
                Clock.systemUTC(),
                System.currentTimeMillis(),
                System.nanoTime(),
                UUID.randomUUID(),
                new Random(),
                new SecureRandom(),
                Math.random(),
                Locale.getDefault(),
                "%d".formatted(7));
    }

    static Supplier<Instant> later() {
        return Instant::now;
    }
}
