package io.partnercompetencies.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A second JVM, that can be killed like one. */
final class JavaProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path output;

    private JavaProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Of the environment's settings for the service and for Quarkus the new JVM sees only those given here. */
    static JavaProcess start(Map<String, String> environment, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        return execute(environment, command);
    }

    /** As {@link #start} with any Java. */
    static JavaProcess execute(Map<String, String> environment, List<String> command) throws IOException {
        var output = Files.createTempFile("java-process", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("COMPETENCIES_")
                        || name.startsWith("QUARKUS_")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return new JavaProcess(builder.start(), output);
    }

    /** A class of the tests' class path. */
    static JavaProcess run(Class<?> main, String... arguments) throws IOException {
        return run(Map.of(), System.getProperty("java.class.path"), main, arguments);
    }

    static JavaProcess run(Map<String, String> environment, String classPath, Class<?> main, String... arguments)
            throws IOException {
        var all = new ArrayList<>(coverageAgent());
        // As Quarkus does in the package, before main().
        all.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        all.addAll(List.of("-cp", classPath, main.getName()));
        all.addAll(List.of(arguments));
        return start(environment, all);
    }

    /** What runs in the other JVM counts as tested too. */
    private static List<String> coverageAgent() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:") && argument.contains("jacoco"))
                .toList();
    }

    /** The rest of the first line that begins so. */
    String await(String beginning) throws IOException {
        assertThat(Waiting.until(PATIENCE, () -> !process.isAlive() || line(beginning) != null))
                .as("%s in: %s", beginning, output())
                .isTrue();
        assertThat(line(beginning)).as(output()).isNotNull();
        return line(beginning).substring(beginning.length());
    }

    private String line(String beginning) throws IOException {
        var complete = output();
        return complete.substring(0, complete.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElse(null);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill9() {
        process.destroyForcibly();
        exitCode();
    }

    /** Asks for an orderly end, as {@code kill} does. */
    int stop() {
        process.destroy();
        return exitCode();
    }

    int exitCode() {
        assertThat(ends(PATIENCE)).as("it ends").isTrue();
        return process.exitValue();
    }

    private boolean ends(Duration patience) {
        try {
            return process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        if (!ends(PATIENCE)) {
            kill9();
        }
    }
}
