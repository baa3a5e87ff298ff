package io.conserje.application;

import io.conserje.channel.Channel;
import io.conserje.model.AccountRef;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The channels that are on the class path, by name. */
public final class Channels {
    private final Map<String, Channel> byName;

    public Channels(Stream<Channel> channels) {
        this.byName =
                channels.collect(Collectors.toUnmodifiableMap(Channel::name, Function.identity()));
    }

    public static Channels onClassPath() {
        return new Channels(
                ServiceLoader.load(Channel.class, Channels.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get));
    }

    public Optional<Channel> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The channel of an account that is in the directory. */
    public Channel of(AccountRef account) {
        return named(account.channel())
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "account "
                                        + account
                                        + " is of a channel that this build does not have: it has "
                                        + byName.keySet()));
    }
}
