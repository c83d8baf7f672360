package dev.lockstep.generator.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o-mini | GPT_4O_MINI",
                "gpt-4o-mini-audio-preview-2024-12-17 | GPT_4O_MINI_AUDIO_PREVIEW_2024_12_17",
                "sha-256 | SHA_256",
                "-1 | MINUS_1",
                "a:-1 | A_MINUS_1",
                "Etc/GMT-12 | ETC_GMT_MINUS_12",
                "Etc/GMT+12 | ETC_GMT_PLUS_12",
                "UTC-03:00 | UTC_MINUS_03_00",
                ">= | GREATER_EQUAL",
                "pid=%p | PID_EQUAL_PERCENT_P",
                "pid=%p,user=%u,db=%d,app=%a,client=%h | PID_P_USER_U_DB_D_APP_A_CLIENT_H",
                "HTTPError | HTTP_ERROR",
                "1.5 | V1_5",
            })
    void constants(String text, String name) {
        assertEquals(name, JavaNames.constant(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conversation_id | conversationId | ConversationId",
                "OVERRIDE_ON_SERIALIZE | overrideOnSerialize | OverrideOnSerialize",
                "API-KEY-2 | apiKey2 | ApiKey2",
                "URL | url | URL",
                "SHA-256 | sha256 | SHA256",
                "HTTPError | httpError | HTTPError",
                "US_region | usRegion | USRegion",
                "IDs | ids | IDs",
                "X_Y | xY | XY",
            })
    void membersAndTypes(String text, String member, String type) {
        assertEquals(member, JavaNames.member(text));
        assertEquals(type, JavaNames.type(text));
    }
}
