package io.partnercompetencies.bench;

import io.partnercompetencies.bench.Work.Done;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What benchmarks have at hand: a server, data in it, and the watch. */
final class Lab implements AutoCloseable {

    private final Server server;
    private final Integer users;
    private final Map<String, AutoCloseable> shared = new HashMap<>();
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();

    /** @param users the size that was asked for, or null */
    Lab(Server server, Integer users) {
        this.server = server;
        this.users = users;
    }

    Server server() {
        return server;
    }

    /** How many employees the data shall have: what {@code -Dbench.users} says, or else the benchmark's own wish. */
    int users(int otherwise) {
        return users == null ? otherwise : users;
    }

    /** Data of that size, generated and evaluated, from an earlier run if there are any. Nobody may change them. */
    Dataset dataset(int size) throws IOException, SQLException, InterruptedException {
        return share("dataset-" + size, () -> Dataset.of(server, size));
    }

    /** Made at its first use, and there for all benchmarks until the end of the run. */
    @SuppressWarnings("unchecked")
    <T extends AutoCloseable> T share(String name, Making<T> making)
            throws IOException, SQLException, InterruptedException {
        if (!shared.containsKey(name)) {
            var made = making.make();
            shared.put(name, made);
            toClose.push(made);
        }
        return (T) shared.get(name);
    }

    @FunctionalInterface
    interface Making<T> {
        T make() throws IOException, SQLException, InterruptedException;
    }

    /** @param services the processes, other than PostgreSQL's, that do the work */
    Sample measure(Work work, ProcessHandle... services) throws Exception {
        var postgres = server.process();
        double[] before = cpu(postgres, services);
        long start = System.nanoTime();
        var done = work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        double[] after = cpu(postgres, services);
        return sample(done, seconds, after[0] - before[0], after[1] - before[1], after[2] - before[2]);
    }

    private static Sample sample(Done done, double seconds, double ofService, double ofPostgres, double ofBench) {
        return new Sample(Map.of(), done.answer())
                .with(Sample.TIME, seconds)
                .with(Sample.SPEED, done.units() / seconds)
                .with(Sample.CPU, (ofService + ofPostgres) / done.units())
                .with(Sample.CPU_OF_SERVICE, ofService)
                .with(Sample.CPU_OF_POSTGRES, ofPostgres)
                .with(Sample.CPU_OF_BENCH, ofBench);
    }

    private static double[] cpu(ProcessHandle postgres, ProcessHandle... services) {
        return new double[] {
            Arrays.stream(services).mapToDouble(Cpu::secondsOf).sum(),
            Cpu.secondsOf(postgres),
            ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9
        };
    }

    @Override
    public void close() throws Exception {
        while (!toClose.isEmpty()) {
            toClose.pop().close();
        }
    }
}
