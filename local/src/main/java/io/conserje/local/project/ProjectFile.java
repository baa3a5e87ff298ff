package io.conserje.local.project;

import io.conserje.engine.Bilingual;
import io.conserje.engine.Business;
import io.conserje.engine.OpeningHours;
import io.conserje.engine.Topic;
import io.conserje.engine.booking.Appointments;
import io.conserje.engine.send.SendPolicy;
import io.conserje.model.Account;
import io.conserje.model.Language;
import io.conserje.model.ProjectId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a project's file. All its faults are told at once. */
public final class ProjectFile {
    private static final String[] NAMES = {
        "project",
        "name",
        "language",
        "locale",
        "time-zone",
        "hours",
        "topics",
        "services",
        "professionals",
        "holidays",
        "policies",
        "sending",
        "accounts"
    };

    private final Path file;
    private final Faults faults = new Faults();
    private final Map<String, Place> claims = new LinkedHashMap<>();

    ProjectFile(Path file) {
        this.file = file;
    }

    /**
     * @throws InvalidProject with every fault that the file has
     */
    public static Project read(Path file) {
        ProjectFile one = new ProjectFile(file);
        Optional<Project> project = one.read();
        return project.orElseThrow(() -> new InvalidProject(List.of(one)));
    }

    Path path() {
        return file;
    }

    Faults faults() {
        return faults;
    }

    /** What no other project may have: its id and its accounts, be the file at fault or not. */
    Map<String, Place> claims() {
        return claims;
    }

    /** Empty when there are faults. */
    Optional<Project> read() {
        return parse().flatMap(node -> read(new Fields(Place.FILE, node, faults).only(NAMES)));
    }

    private Optional<Project> read(Fields root) {
        Optional<ProjectId> project = root.value("project", ProjectId::new);
        project.ifPresent(id -> claims.put("project " + id, root.at("project")));
        Optional<Bilingual> name = root.bilingual("name");
        Optional<Language> language = root.value("language", Languages::read);
        Optional<Locale> locale =
                root.has("locale")
                        ? root.value("locale", Languages::locale)
                        : language.map(Language::locale);
        Optional<ZoneId> zone = root.value("time-zone", ProjectFile::zone);
        int before = faults.count();
        OpeningHours hours = Hours.read(root.fields("hours"));
        boolean known = faults.count() == before;
        // Under a made-up name when its own is at fault: then the others' faults are told with it.
        ProjectId named = project.orElseGet(() -> new ProjectId("unnamed"));
        Ids ids = new Ids();
        TopicsReader topics = new TopicsReader(file, named, ids);
        List<Topic> read = topics.read(root);
        AccountsReader accounts = new AccountsReader(named);
        List<Account> all = accounts.read(root);
        accounts.places().forEach((ref, place) -> claims.put("account " + ref, place));
        Optional<SendPolicy> sending = zone.flatMap(it -> new SendingReader(it).read(root));
        Appointments appointments =
                new AppointmentsReader(
                                ids, Optional.of(hours).filter(it -> known), accounts.declared())
                        .read(root);
        if (faults.count() > 0) {
            return Optional.empty();
        }
        Business business =
                new Business(
                        project.orElseThrow(),
                        name.orElseThrow(),
                        language.orElseThrow(),
                        zone.orElseThrow(),
                        hours,
                        read,
                        sending.orElseThrow(),
                        locale.orElseThrow(),
                        appointments);
        return Optional.of(new Project(business, all, accounts.templates(), topics.files()));
    }

    private Optional<Node> parse() {
        try {
            Optional<Node> node =
                    new Compose(LoadSettings.builder().setLabel(file.toString()).build())
                            .composeString(Files.readString(file));
            if (node.isEmpty()) {
                faults.add(Place.FILE, "it is empty");
            }
            return node;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            faults.add(new Place(line, ""), "here it is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(Place.FILE, "it is no YAML: " + e.getMessage());
        } catch (IOException e) {
            faults.add(Place.FILE, "it cannot be read: " + e);
        }
        return Optional.empty();
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone: write one like America/Panama", e);
        }
    }
}
