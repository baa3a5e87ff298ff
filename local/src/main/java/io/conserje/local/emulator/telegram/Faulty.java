package io.conserje.local.emulator.telegram;

import io.conserje.local.emulator.Faults;
import java.util.function.Supplier;

/** What becomes of a call that was right, when Telegram has a bad day. */
final class Faulty {
    private Faulty() {}

    static BotAnswer call(Faults faults, Supplier<BotAnswer> effect) {
        if (faults.error()) {
            return BotAnswer.error(BotError.internal());
        }
        if (faults.throttled()) {
            return BotAnswer.error(BotError.tooMany(1));
        }
        return switch (faults.stall()) {
            case NONE -> effect.get().late(faults.delay());
            case BEFORE -> new BotAnswer.Never();
            case AFTER -> effect.get().unheard();
        };
    }
}
