package io.conserje.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see the access token. */
class MetaAddressTest {
    private static final URI META = URI.create("https://graph.facebook.com/v24.0");
    private static final URI LOCAL = URI.create("http://127.0.0.1:9000/v24.0");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1&ext=2&hash=x-x",
                "https://LOOKASIDE.fbsbx.com/a",
                "https://lookaside.fbsbx.com:443/a",
                "https://scontent.fmad3-1.fbcdn.net/a",
                "https://mmg.whatsapp.net/a",
                "https://graph.facebook.com/a",
            })
    void metaMay(String address) {
        assertEquals(Optional.of(URI.create(address)), MetaAddress.of(address, META));
        assertEquals(Optional.of(URI.create(address)), MetaAddress.of(address, LOCAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://lookaside.fbsbx.com/a",
                "https://lookaside.fbsbx.com:8443/a",
                "https://lookaside.fbsbx.com.evil.example/a",
                "https://lookaside.fbsbx.com@evil.example/a",
                "https://lookaside.fbsbx.com\\@evil.example/a",
                "https://evil.example/lookaside.fbsbx.com",
                "https://evil.example#.facebook.com",
                "https://evilfbcdn.net/a",
                "https://notlookaside.fbsbx.com/a",
                "https://fbsbx.com/a",
                "ftp://graph.facebook.com/a",
                "//graph.facebook.com/a",
                "graph.facebook.com",
                "",
                "https://",
                "https://[::1]/a",
                "http://169.254.169.254/latest",
            })
    void nobodyElseMay(String address) {
        assertEquals(Optional.empty(), MetaAddress.of(address, META));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000/_media/1?ext=2", "HTTP://127.0.0.1:9000/x"})
    void whereTheGraphApiIsMayToo(String address) {
        assertEquals(Optional.of(URI.create(address)), MetaAddress.of(address, LOCAL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9001/x",
                "http://127.0.0.1/x",
                "https://127.0.0.1:9000/x",
                "http://localhost:9000/x",
            })
    void anotherOriginMayNot(String address) {
        assertEquals(Optional.empty(), MetaAddress.of(address, LOCAL));
    }
}
