package io.partnercompetencies.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The server process as {@code postmaster.pid} tells it: line 1 the process, line 4 the port. */
record Postmaster(long pid, int port) {

    static final String FILE = "postmaster.pid";

    /**
     * The live server of the data. After a crash of the machine the file names a process that is gone, or by now a
     * different one, perhaps even this one; then there is no server.
     */
    static Optional<Postmaster> of(Path data) throws IOException {
        return read(data).filter(postmaster -> postmaster.servesStill(data));
    }

    /**
     * PostgreSQL refuses to start while any process has the number in the file. Where that one is not a server of ours,
     * the number is replaced by one that no process has; the rest stays, for by it PostgreSQL finds out whether
     * children of a killed server still use the data.
     */
    static void forgetDead(Path data) throws IOException {
        var file = data.resolve(FILE);
        if (read(data).isPresent() && of(data).isEmpty()) {
            var lines = Files.readAllLines(file);
            lines.set(0, Integer.toString(Integer.MAX_VALUE));
            Files.write(file, lines);
        }
    }

    private static Optional<Postmaster> read(Path data) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve(FILE));
            long pid = Math.abs(Long.parseLong(lines.get(0).strip()));
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : 0;
            return Optional.of(new Postmaster(pid, port));
        } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private boolean servesStill(Path data) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> runsPostgres(process.info(), data))
                .isPresent();
    }

    /** Some systems tell neither command nor arguments of a process; then the benefit of the doubt is the safe side. */
    private static boolean runsPostgres(ProcessHandle.Info process, Path data) {
        return process.commandLine()
                .map(line -> line.contains("postgres") && line.contains(data.toString()))
                .or(() -> process.command().map(command -> command.contains("postgres")))
                .orElse(true);
    }
}
