package io.partnercompetencies.catalogue;

import io.partnercompetencies.rules.Credential;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the credentials, by the form of their code in which two spellings are the same. */
final class CredentialsReader {

    private CredentialsReader() {}

    static Map<String, CatalogueCredential> read(YamlNode file) {
        file.allow("credentials");
        var list = file.get("credentials");
        Codes.refuseRepeated(list.list(credential -> credential.get("code")));
        var byKey = new LinkedHashMap<String, CatalogueCredential>();
        list.list(CredentialsReader::credential).forEach(one -> byKey.put(Credential.key(one.code()), one));
        list.list(credential -> {
            credential.find("aliases").ifPresent(aliases -> refuseCodes(aliases, byKey.keySet()));
            return credential;
        });
        return byKey;
    }

    /** An alias is a title: one that is a code would be read as another credential. */
    private static void refuseCodes(YamlNode aliases, Set<String> codes) {
        aliases.list(alias -> alias).stream()
                .filter(alias -> alias.isText() && codes.contains(Credential.key(alias.text())))
                .forEach(alias -> alias.wrong("the alias is the code of a credential: " + alias.text()));
    }

    /** With a code that can be read it is known, whatever else is wrong: its requirements are not wrong for that. */
    private static CatalogueCredential credential(YamlNode node) {
        node.allow("code", "kind", "acceptedUntil", "titles", "aliases");
        var credential = new Credential(
                node.get("code").code(),
                node.tryGet("kind", kind -> kind.oneOf(Credential.Kind.class)).orElse(Credential.Kind.EXAM),
                node.tryFind("acceptedUntil", YamlNode::date).orElse(null));
        var titles = NamesReader.readOrNone(node, "titles");
        var aliases = node.tryFind("aliases", list -> aliases(list, titles)).orElse(List.of());
        return new CatalogueCredential(credential, titles, aliases);
    }

    private static List<String> aliases(YamlNode list, Names titles) {
        Codes.refuseRepeated(list.list(alias -> alias));
        return list.nonEmptyList(alias -> {
            if (alias.text().equals(titles.byTag().get(Names.FALLBACK))) {
                alias.wrong("the alias is the title itself");
            }
            return alias.text();
        });
    }
}
