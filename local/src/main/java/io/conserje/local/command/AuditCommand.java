package io.conserje.local.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.application.audit.Findings;
import io.conserje.application.audit.Violation;
import io.conserje.local.audit.StoredAudit;
import io.conserje.model.TheOutsideWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        Findings findings = findings();
        System.out.print(json ? asJson(findings) : asText(findings));
        return findings.allKept() ? 0 : 1;
    }

    /** Of a stage, of what runs here, or of what was stopped here. */
    private Findings findings() {
        Path data = home.data();
        boolean runs = where.isElsewhere() || RunFile.find(data).isPresent();
        return runs || !Files.isDirectory(data)
                ? StoredAudit.of(where.env(home, texts), Optional.empty(), Instant.now())
                : StoredAudit.ofStopped(Home.root().resolve("template.yaml"), data, Instant.now());
    }

    private String asText(Findings findings) {
        List<String> lines = new ArrayList<>(new FindingsPage(texts).lines(findings));
        String end = findings.allKept() ? "audit.kept" : "audit.broken";
        lines.add(texts.say(end, findings.violations().size()));
        return String.join("\n", lines) + "\n";
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
