package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Lets the service of the image do its main job, for Java to keep what it has loaded and compiled for it: the image
 * starts from that. Run by the build, before there is an image.
 */
final class Training {

    private static final int TIMES = 5;

    private Training() {}

    public static void main(String... arguments) throws IOException {
        Files.deleteIfExists(Image.CACHE);
        var settings = Image.withOptions(Image.settings("training"), "-XX:AOTCacheOutput=" + Image.CACHE);
        var command = List.of(
                Image.BUILT.resolve("java").resolve("bin").resolve("java").toString(),
                "-jar",
                Image.BUILT.resolve("service").resolve("quarkus-run.jar").toString());
        try (var service = PackagedService.begin(settings, command)) {
            service.awaitReady();
            for (int i = 0; i < TIMES; i++) {
                MainJob.in(service);
            }
            service.stop();
            if (!Files.exists(Image.CACHE)) {
                throw new IOException("The training left no " + Image.CACHE + ":\n" + service.output());
            }
        }
        System.out.println(Image.CACHE + ": " + Files.size(Image.CACHE) / 1_000_000 + " MB");
    }
}
