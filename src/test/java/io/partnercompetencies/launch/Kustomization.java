package io.partnercompetencies.launch;

import java.util.List;
import java.util.Map;

/** Kustomize's file, as far as it is used here. */
record Kustomization(
        String apiVersion,
        String kind,
        String namespace,
        List<String> resources,
        List<Labels> labels,
        List<Image> images,
        List<Generated> configMapGenerator) {

    record Labels(Map<String, String> pairs) {}

    record Image(String name, String newName, String newTag) {}

    record Generated(String name, List<String> literals) {}
}
