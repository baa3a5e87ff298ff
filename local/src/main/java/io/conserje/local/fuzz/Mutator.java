package io.conserje.local.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.local.fuzz.Samples.Sample;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Makes a case of a seed: the same of the same, on any machine. */
public record Mutator(Samples samples) {
    private static final int MOST_REQUESTS = 3;

    public Case of(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Request> requests = new ArrayList<>();
        int many = random.nextInt(3) == 0 ? 1 + random.nextInt(MOST_REQUESTS) : 1;
        for (int i = 0; i < many; i++) {
            requests.add(i > 0 && random.nextInt(3) == 0 ? requests.getFirst() : request(random));
        }
        return new Case("seed " + seed, random.nextBoolean(), requests);
    }

    private Request request(RandomGenerator random) {
        Sample sample = Odd.one(samples.all(), random);
        byte[] body = body(sample.body(), random);
        // One provider's words at another's address, now and then.
        String channel =
                random.nextInt(40) == 0 ? Odd.one(Samples.CHANNELS, random) : sample.channel();
        return new LineMutation(random).request(channel, body);
    }

    private byte[] body(JsonNode sample, RandomGenerator random) {
        int times = random.nextInt(5);
        byte[] body =
                times == 0
                        ? JsonMutation.written(sample).getBytes(StandardCharsets.UTF_8)
                        : new JsonMutation(samples, random).mutated(sample, times);
        return random.nextInt(12) == 0 ? new ByteMutation(random).mutated(body) : body;
    }
}
