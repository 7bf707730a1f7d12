package io.partnercompetencies;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Calls that begin at the same moment. */
public final class Together {

    private Together() {}

    /** @return what the calls gave, in their order */
    public static <T> List<T> all(List<Callable<T>> calls) {
        var threads = Executors.newFixedThreadPool(calls.size());
        var start = new CountDownLatch(1);
        try {
            var running = new ArrayList<Future<T>>();
            for (var call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("A call failed", e);
        } finally {
            threads.shutdown();
        }
    }

    public static <T> List<T> times(int count, IntFunction<T> call) {
        return all(IntStream.range(0, count)
                .<Callable<T>>mapToObj(i -> () -> call.apply(i))
                .toList());
    }
}
