package io.partnercompetencies.bench;

import java.util.List;
import java.util.Map;

/** Status calls of signed-in clients, against the least that reads the same rows and writes the same bytes. */
class StatusCalls implements Benchmark {

    private static final int USERS = 10_000;

    private StatusServer service;
    private StatusServer bare;

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String title() {
        return "status call, 64 connections, authentication on, against bare Vert.x with the pg-client";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.atLeast(Sample.SPEED, 0.50, 0.90));
    }

    @Override
    public void prepare(Lab lab) throws Exception {
        service = StatusServer.packaged(lab, lab.users(USERS));
        bare = service.bare();
        service.warmUp();
        bare.warmUp();
    }

    @Override
    public Sample reference() throws Exception {
        return bare.measure(Map.of());
    }

    @Override
    public Sample product() throws Exception {
        return service.measure(Map.of());
    }

    StatusServer service() {
        return service;
    }

    @Override
    public void close() {
        if (bare != null) {
            bare.close();
        }
        if (service != null) {
            service.close();
        }
    }
}
