package io.partnercompetencies.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The ranges of an {@code Accept-Language} header, the most wanted first; unreadable ones are left out. */
final class LanguageRanges {

    /** A header beyond this is not from a reader. */
    private static final int LONGEST = 1000;

    private static final Pattern RANGE = Pattern.compile(
            "\\s*(\\*|[A-Za-z0-9]{1,8}(?:-[A-Za-z0-9]{1,8})*)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?))?\\s*");

    private record Range(String tag, double weight) {}

    private LanguageRanges() {}

    static Stream<String> wanted(String header) {
        if (header == null || header.length() > LONGEST) {
            return Stream.empty();
        }
        return Arrays.stream(header.split(","))
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .map(LanguageRanges::read)
                .filter(range -> range.weight > 0)
                .sorted(Comparator.comparingDouble(Range::weight).reversed())
                .map(Range::tag);
    }

    private static Range read(Matcher range) {
        return new Range(
                range.group(1),
                Optional.ofNullable(range.group(2)).map(Double::valueOf).orElse(1.0));
    }
}
