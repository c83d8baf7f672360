package dev.lockstep.client.internal;

import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.client.json.JsonValue;
import dev.lockstep.client.json.ModelAdapter;
import dev.lockstep.client.json.ModelBuilder;
import dev.lockstep.client.json.ModelData;
import dev.lockstep.client.json.Property;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A model with a property of every kind, as the generator writes them. */
final class FuzzModel extends JsonModel<FuzzModel.Builder> {
    static final ModelAdapter<FuzzModel> ADAPTER = new ModelAdapter<>("FuzzModel", FuzzModel::new, Builder::new);
    static final Property<String> TEXT = ADAPTER.required("text", Json.STRING);
    static final Property<Long> WHOLE = ADAPTER.optional("whole", Json.LONG);
    static final Property<BigDecimal> NUMBER = ADAPTER.optional("number", Json.DECIMAL);
    static final Property<OffsetDateTime> TIME = ADAPTER.optional("time", Json.DATE_TIME);
    static final Property<UUID> ID = ADAPTER.optional("id", Json.UUID);
    static final Property<Boolean> FLAG = ADAPTER.optional("flag", Json.BOOLEAN);
    static final Property<List<String>> LIST = ADAPTER.optional("list", Json.list(Json.STRING));
    static final Property<Map<String, Double>> MAP = ADAPTER.optional("map", Json.map(Json.DOUBLE));
    static final Property<JsonValue> ANY = ADAPTER.optional("any", Json.VALUE);
    static final Property<FuzzModel> INNER = ADAPTER.optional("inner", () -> FuzzModel.ADAPTER);

    private FuzzModel(ModelData data) {
        super(data);
    }

    static final class Builder extends ModelBuilder<FuzzModel, Builder> {
        private Builder() {
            super(ADAPTER);
        }
    }
}
