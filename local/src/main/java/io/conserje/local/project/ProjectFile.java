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
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a project's file. All its faults are told at once. */
public final class ProjectFile {
    private final Path file;
    private final List<String> faults = new ArrayList<>();

    private ProjectFile(Path file) {
        this.file = file;
    }

    /**
     * @throws InvalidProject with every fault that the file has
     */
    public static Project read(Path file) {
        return new ProjectFile(file).read();
    }

    private Project read() {
        Fields root =
                new Fields("", parse(), faults)
                        .only(
                                "project",
                                "name",
                                "language",
                                "time-zone",
                                "hours",
                                "topics",
                                "sending",
                                "accounts");
        Optional<ProjectId> project = root.value("project", ProjectId::new);
        Optional<Bilingual> name = root.bilingual("name");
        Optional<Language> language = root.value("language", ProjectFile::language);
        Optional<ZoneId> zone = root.value("time-zone", ProjectFile::zone);
        Optional<OpeningHours> hours = hours(root.fields("hours"));
        // Under a made-up name when its own is at fault: then the others' faults are told with it.
        ProjectId named = project.orElseGet(() -> new ProjectId("unnamed"));
        TopicsReader topics = new TopicsReader(file, named, faults);
        List<Topic> read = topics.read(root);
        AccountsReader accounts = new AccountsReader(named);
        List<Account> all = accounts.read(root);
        Optional<SendPolicy> sending = zone.flatMap(it -> new SendingReader(it).read(root));
        if (!faults.isEmpty()) {
            throw new InvalidProject(file, faults);
        }
        Business business =
                new Business(
                        project.orElseThrow(),
                        name.orElseThrow(),
                        language.orElseThrow(),
                        zone.orElseThrow(),
                        hours.orElseThrow(),
                        read,
                        sending.orElseThrow(),
                        language.orElseThrow().locale(),
                        Appointments.none());
        return new Project(business, all, accounts.templates(), topics.files());
    }

    private Object parse() {
        try {
            Object value =
                    new Load(LoadSettings.builder().setLabel(file.toString()).build())
                            .loadFromString(Files.readString(file));
            return value == null ? Map.of() : value;
        } catch (YamlEngineException e) {
            throw new InvalidProject(file, List.of(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new InvalidProject(file, List.of("it cannot be read: " + e));
        }
    }

    private static Language language(String text) {
        return switch (text) {
            case "es" -> Language.ES;
            case "en" -> Language.EN;
            default ->
                    throw new IllegalArgumentException(
                            "'" + text + "' is not spoken here: write es or en");
        };
    }

    private Optional<OpeningHours> hours(Fields fields) {
        Map<DayOfWeek, List<OpeningHours.Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String name : fields.names()) {
            String where = fields.path() + "." + name;
            fields.made(where, () -> day(name))
                    .ifPresent(day ->
                            week.put(
                                    day,
                                    fields.texts(name).stream()
                                            .flatMap(text ->
                                                    fields.made(where, () -> span(text)).stream())
                                            .toList()));
        }
        return fields.made(fields.path(), () -> new OpeningHours(week));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time zone: write one like America/Panama", e);
        }
    }

    private static DayOfWeek day(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'" + name + "' is no day: write monday to sunday"));
    }

    private static OpeningHours.Span span(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no span of hours: write it like 08:00-18:00");
        }
        return new OpeningHours.Span(time(ends[0].strip()), time(ends[1].strip()));
    }

    static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time: write it like 08:00", e);
        }
    }
}
