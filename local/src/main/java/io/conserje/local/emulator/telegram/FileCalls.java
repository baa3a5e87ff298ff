package io.conserje.local.emulator.telegram;

import io.conserje.local.emulator.FaultDial;
import io.conserje.local.emulator.Faults;
import io.conserje.local.emulator.telegram.FileShelf.Item;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The calls about files. */
final class FileCalls {
    /** "For the moment, bots can download files of up to 20MB in size." */
    private static final long MOST_BYTES = 20L * 1024 * 1024;

    private final FileShelf shelf;
    private final Supplier<FaultDial> dial;
    private final AtomicLong calls = new AtomicLong();

    FileCalls(FileShelf shelf, Supplier<FaultDial> dial) {
        this.shelf = shelf;
        this.dial = dial;
    }

    BotAnswer describe(Params params) {
        String id = params.text("file_id");
        if (id.isEmpty()) {
            throw BotError.bad("file_id not specified");
        }
        Item item = shelf.find(id).orElseThrow(() -> BotError.bad("invalid file_id"));
        if (item.size() > MOST_BYTES) {
            throw BotError.bad("file is too big");
        }
        return withFaults(() -> BotAnswer.ok(Media.file(item).put("file_path", item.path())));
    }

    /** Whatever it is, it comes as bytes: only its path's ending tells of its type. */
    BotAnswer download(String path) {
        Item item = shelf.at(path).orElseThrow(BotError::notFound);
        return withFaults(
                () -> new BotAnswer.Sent(200, "application/octet-stream", shelf.bytes(item)));
    }

    private BotAnswer withFaults(Supplier<BotAnswer> effect) {
        Faults faults = dial.get().faults("file/" + calls.incrementAndGet());
        return Faulty.call(faults, effect);
    }
}
