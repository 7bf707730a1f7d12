package io.partnercompetencies.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** How the image starts Java, as its Dockerfile has it. */
final class Image {

    private static final Path DOCKERFILE = Path.of("deploy", "Dockerfile");
    private static final Pattern OPTIONS = Pattern.compile("(?m)^ENV JAVA_TOOL_OPTIONS=\"(.*)\"$");

    private Image() {}

    static List<String> javaOptions() throws IOException {
        var found = OPTIONS.matcher(Files.readString(DOCKERFILE));
        if (!found.find()) {
            throw new IOException(DOCKERFILE + " has no line ENV JAVA_TOOL_OPTIONS=\"…\"");
        }
        return List.of(found.group(1).split(" "));
    }

    /**
     * What the limit of 768 MiB in {@code deploy/kubernetes} makes of it, told by options where nothing limits the
     * process: Java takes the serial collector by itself where it finds less than 1792 MB.
     */
    static List<String> withinItsLimit(String option) {
        return List.of("-XX:MaxRAM=768m", "-XX:+UseSerialGC", option);
    }
}
