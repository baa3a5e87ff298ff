package io.conserje.local.channel;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;

/** The whole contract of a channel. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
interface ChannelContract
        extends FoundContract,
                SignatureContract,
                HearingContract,
                WholenessContract,
                SpeakingContract,
                OverTheLimitContract,
                TroubleContract,
                StoppedContract,
                SeenContract,
                FetchingContract,
                ReportsContract,
                TemplatesContract {}
