package io.conserje.local.site;

import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Options;
import io.conserje.local.emulator.ProviderEmulator;
import io.conserje.local.emulator.Status;
import io.conserje.local.emulator.meta.MetaEmulator;
import io.conserje.local.emulator.session.SessionEmulator;
import io.conserje.local.emulator.telegram.TelegramEmulator;
import io.conserje.model.AccountRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Which emulator plays the provider of which channel. */
final class Emulators {
    private final Map<String, BiFunction<AccountRef, FaultDial, ProviderEmulator>> byChannel;

    /**
     * @param root the checkout
     * @param receipts what the providers report of a message that they delivered
     */
    Emulators(Path root, Path data, List<Status> receipts) {
        this.byChannel =
                Map.of(
                        "whatsapp",
                        (ref, dial) ->
                                MetaEmulator.start(
                                        Options.in(data.resolve("whatsapp"), ref.account())
                                                .withDial(dial)
                                                .withStatuses(receipts)),
                        "telegram",
                        (ref, dial) ->
                                TelegramEmulator.start(
                                        Options.in(data.resolve("telegram"), ref.account())
                                                .withDial(dial)),
                        SessionEmulator.CHANNEL,
                        (ref, dial) ->
                                SessionEmulator.start(
                                        root.resolve("whatsapp-session"),
                                        Options.in(
                                                data.resolve(SessionEmulator.CHANNEL),
                                                ref.account())));
    }

    /** Empty for a channel whose provider nobody plays. */
    Optional<ProviderEmulator> start(AccountRef account, FaultDial dial) {
        return Optional.ofNullable(byChannel.get(account.channel()))
                .map(start -> start.apply(account, dial));
    }
}
