package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Credential;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the credentials, by the form of their code in which two spellings are the same. */
final class CredentialsReader {

    private CredentialsReader() {}

    static Map<String, CatalogueCredential> read(YamlNode file) {
        file.allow("credentials");
        var list = file.get("credentials");
        Codes.refuseRepeated(list.list(credential -> credential.get("code")));
        var byKey = new LinkedHashMap<String, CatalogueCredential>();
        list.list(CredentialsReader::credential).forEach(one -> byKey.put(Credential.key(one.code()), one));
        return byKey;
    }

    private static CatalogueCredential credential(YamlNode node) {
        node.allow("code", "kind", "acceptedUntil", "titles");
        var credential = new Credential(
                node.get("code").text(),
                node.get("kind").oneOf(Credential.Kind.class),
                node.find("acceptedUntil").map(YamlNode::date).orElse(null));
        return new CatalogueCredential(credential, NamesReader.read(node.get("titles")));
    }
}
