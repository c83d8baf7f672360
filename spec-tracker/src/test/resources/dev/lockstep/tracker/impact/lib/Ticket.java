package lib;

public final class Ticket {
    final String operation;
    final String id;

    private Ticket(String operation, String id) {
        this.operation = operation;
        this.id = id;
    }

    public static Ticket of(String operation, String id) {
        return new Ticket(operation, id);
    }
}
