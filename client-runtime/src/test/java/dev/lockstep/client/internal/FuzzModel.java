package dev.lockstep.client.internal;

import dev.lockstep.client.json.Json;
import dev.lockstep.client.json.JsonModel;
import dev.lockstep.client.json.JsonValue;
import dev.lockstep.client.json.ModelAdapter;
import dev.lockstep.client.json.ModelData;
import dev.lockstep.client.json.Property;
import dev.lockstep.client.json.Shape;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A model with a property of every kind, as the generator writes them. */
final class FuzzModel extends JsonModel {
    private static final Shape SHAPE = new Shape("FuzzModel");
    static final Property<String> TEXT = SHAPE.required("text", Json.STRING);
    static final Property<Long> WHOLE = SHAPE.optional("whole", Json.LONG);
    static final Property<BigDecimal> NUMBER = SHAPE.optional("number", Json.DECIMAL);
    static final Property<OffsetDateTime> TIME = SHAPE.optional("time", Json.DATE_TIME);
    static final Property<UUID> ID = SHAPE.optional("id", Json.UUID);
    static final Property<Boolean> FLAG = SHAPE.optional("flag", Json.BOOLEAN);
    static final Property<List<String>> LIST = SHAPE.optional("list", Json.list(Json.STRING));
    static final Property<Map<String, Double>> MAP = SHAPE.optional("map", Json.map(Json.DOUBLE));
    static final Property<JsonValue> ANY = SHAPE.optional("any", Json.VALUE);
    static final Property<FuzzModel> INNER = SHAPE.optional("inner", () -> FuzzModel.ADAPTER);
    static final ModelAdapter<FuzzModel> ADAPTER = SHAPE.adapter(FuzzModel::new);

    private FuzzModel(ModelData data) {
        super(data);
    }
}
