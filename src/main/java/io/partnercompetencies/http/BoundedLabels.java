package io.partnercompetencies.http;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps the labels of the calls' metrics to values that are known beforehand. Quarkus labels them with whatever method
 * and, where no resource answered, whatever path the client has sent: each would be a series of its own for ever.
 */
@Singleton
class BoundedLabels implements MeterFilter {

    private static final String CALLS = "http.server.requests";
    private static final String CALLS_TO_OTHERS = "http.client.requests";

    private static final String METHOD = "method";
    private static final String ADDRESS = "uri";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /** What Quarkus calls the addresses that it does not tell. */
    private static final Set<String> NO_ADDRESSES =
            Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root", "/cors-preflight");

    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Set<String> addresses = new HashSet<>(NO_ADDRESSES);

    BoundedLabels(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).map(method -> Addresses.of(type, method)))
                .forEach(addresses::add);
    }

    @Override
    public Meter.Id map(Meter.Id meter) {
        return switch (meter.getName()) {
            case CALLS ->
                withAddress(
                        withMethod(meter),
                        addresses.contains(meter.getTag(ADDRESS)) ? meter.getTag(ADDRESS) : "UNKNOWN");
            case CALLS_TO_OTHERS ->
                withAddress(
                        meter, ID.matcher(String.valueOf(meter.getTag(ADDRESS))).replaceAll("{id}"));
            default -> meter;
        };
    }

    private static Meter.Id withMethod(Meter.Id meter) {
        return METHODS.contains(meter.getTag(METHOD)) ? meter : meter.withTag(Tag.of(METHOD, "OTHER"));
    }

    private static Meter.Id withAddress(Meter.Id meter, String address) {
        return meter.withTag(Tag.of(ADDRESS, address));
    }
}
