package io.partnercompetencies.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Opens the files of a catalogue and takes the fingerprint of all that it has opened. */
final class YamlFiles {

    private static final ObjectMapper YAML = JsonMapper.builder(new YAMLFactory())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final CatalogueFiles files;
    private final Findings findings;
    private final MessageDigest digest = sha256();

    YamlFiles(CatalogueFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    YamlNode open(String name) {
        var text = read(name).replace("\r\n", "\n");
        // Lengths keep two files from passing for one.
        digest.update((name + ' ' + text.length() + '\n' + text).getBytes(StandardCharsets.UTF_8));
        var root = parse(name, text);
        if (!root.isObject()) {
            throw findings.unreadable(name, "", "expected keys with values");
        }
        return new YamlNode(name, "", root, findings);
    }

    /** The competencies that have a file, in no order, as far as the files can be listed. */
    List<String> competencies() {
        return files.competencies();
    }

    private String read(String name) {
        try {
            return files.read(name).orElseThrow(() -> findings.unreadable(name, "", "the file is missing"));
        } catch (CharacterCodingException e) {
            throw findings.unreadable(name, "", "it is not written in UTF-8");
        } catch (IOException e) {
            throw findings.unreadable(name, "", "it cannot be read: " + e.getMessage());
        }
    }

    private JsonNode parse(String name, String text) {
        try {
            return YAML.readTree(text);
        } catch (JsonProcessingException e) {
            if (e.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
                int line = marked.getProblemMark().getLine() + 1;
                throw findings.unreadable(name, "line " + line, "no valid YAML: " + marked.getProblem());
            }
            var line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
            var reason = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
            throw findings.unreadable(name, line, "no valid YAML: " + reason);
        }
    }

    String fingerprint() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
