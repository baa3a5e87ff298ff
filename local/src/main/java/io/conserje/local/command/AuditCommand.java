package io.conserje.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.application.audit.Findings;
import io.conserje.application.audit.Violation;
import io.conserje.local.audit.StoredAudit;
import io.conserje.model.TheOutsideWorld;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds what is stored against itself; ends with 0 when every promise was kept. */
@Command(name = "audit")
@TheOutsideWorld
final class AuditCommand implements Callable<Integer> {
    @Mixin private Home home;

    @Mixin private Where where;

    @Option(names = "--json")
    private boolean json;

    private final Texts texts = Texts.ofSystem();

    @Override
    public Integer call() {
        Findings findings = StoredAudit.of(where.env(home, texts), Optional.empty(), Instant.now());
        System.out.print(json ? asJson(findings) : asText(findings));
        return findings.allKept() ? 0 : 1;
    }

    private String asText(Findings findings) {
        StringBuilder text = new StringBuilder();
        findings.counts()
                .forEach((what, many) ->
                        text.append(texts.say("audit.count", what, many)).append('\n'));
        for (Violation one : findings.violations()) {
            text.append(texts.say("audit.violation", one.promise(), one.what())).append('\n');
        }
        String end = findings.allKept() ? "audit.kept" : "audit.broken";
        return text.append(texts.say(end, findings.violations().size())).append('\n').toString();
    }

    private static String asJson(Findings findings) {
        ObjectNode all = JsonMapper.builder().build().createObjectNode();
        ObjectNode counts = all.putObject("counts");
        findings.counts().forEach(counts::put);
        ArrayNode violations = all.putArray("violations");
        for (Violation one : findings.violations()) {
            ObjectNode node = violations.addObject();
            node.put("promise", one.promise().name());
            one.conversation().ifPresent(id -> node.put("conversation", id.value()));
            node.put("what", one.what());
        }
        return all + "\n";
    }
}
