package io.conserje.local.bench;

import io.conserje.aws.AwsClients;
import io.conserje.aws.Env;
import io.conserje.local.site.Site;
import io.conserje.model.ConversationId;
import io.conserje.model.OutboundId;
import io.conserje.model.ProjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what answered each message: the turn that heard it tells. */
final class Answers {
    private final Site site;
    private final Site.Line line;
    private final Journeys journeys;

    Answers(Site site, Site.Line line, Journeys journeys) {
        this.site = site;
        this.line = line;
        this.journeys = journeys;
    }

    /**
     * @throws IllegalStateException when one was not heard, or more than once
     */
    List<Journey> of(List<OpenLoop.Sent> sent) {
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        sent.forEach(
                one -> ids.computeIfAbsent(one.customer(), c -> new TreeSet<>()).add(one.id()));
        Env env = site.cloud().environmentOf("ConversationFunction");
        List<Journey> all = new ArrayList<>();
        try (AwsClients clients = new AwsClients(env)) {
            Ledger ledger = new Ledger(clients, env.get("CONVERSATIONS_TABLE").orElseThrow());
            ids.forEach((customer, theirs) -> all.addAll(of(customer, theirs, ledger)));
        }
        return all;
    }

    private List<Journey> of(String customer, Set<String> ids, Ledger ledger) {
        ProjectId project = line.account().project();
        ConversationId conversation = WayBench.conversation(line, customer);
        List<Journey> all = new ArrayList<>();
        Set<String> missing = new HashSet<>(ids);
        for (Ledger.Turn turn : ledger.turns(project, conversation)) {
            Optional<Long> said =
                    turn.said().stream()
                            .flatMap(number ->
                                    journeys.takenAt(new OutboundId(conversation, number)).stream())
                            .findFirst();
            for (String id : turn.heard()) {
                if (!missing.remove(id)) {
                    throw new IllegalStateException(id + " was heard twice, or nobody sent it");
                }
                all.add(journeys.journey(id, said));
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(missing.size() + " of " + customer + " not heard");
        }
        return all;
    }
}
