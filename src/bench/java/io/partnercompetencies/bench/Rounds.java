package io.partnercompetencies.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** The turns of one benchmark. */
record Rounds(Benchmark benchmark, List<Sample> references, List<Sample> products) {

    static Rounds run(Benchmark benchmark, Lab lab, int count) throws Exception {
        try (benchmark) {
            benchmark.prepare(lab);
            var references = new ArrayList<Sample>();
            var products = new ArrayList<Sample>();
            for (int round = 0; round <= count; round++) {
                var reference = benchmark.reference();
                var product = benchmark.product();
                mustAgree(reference, product);
                System.out.println(progress(benchmark, round, reference, product));
                // The first one is for caches and compilers.
                if (round > 0) {
                    references.add(reference);
                    products.add(product);
                }
            }
            return new Rounds(benchmark, references, products);
        }
    }

    private static void mustAgree(Sample reference, Sample product) {
        if (!Objects.equals(reference.answer(), product.answer())) {
            throw new IllegalStateException(
                    "The reference says " + reference.answer() + " and the product " + product.answer());
        }
    }

    private static String progress(Benchmark benchmark, int round, Sample reference, Sample product) {
        var line = new StringBuilder(benchmark.name() + (round == 0 ? ", to warm up:" : ", round " + round + ":"));
        benchmark
                .goals()
                .forEach(goal -> line.append(String.format(
                        " %s %s against %s",
                        goal.figure(),
                        Table.number(product.figure(goal.figure())),
                        Table.number(reference.figure(goal.figure())))));
        return line.toString();
    }

    double reference(String figure) {
        return median(references, sample -> sample.figure(figure));
    }

    double product(String figure) {
        return median(products, sample -> sample.figure(figure));
    }

    double ratio(String figure) {
        return product(figure) / reference(figure);
    }

    /** The ratios of each round, the least and the greatest. */
    double[] spread(String figure) {
        var ratios = new double[products.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = products.get(i).figure(figure) / references.get(i).figure(figure);
        }
        Arrays.sort(ratios);
        return new double[] {ratios[0], ratios[ratios.length - 1]};
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        var sorted = samples.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
