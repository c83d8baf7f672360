package dev.lockstep.tracker.compile;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A source that lies in memory. */
public final class SourceText extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    /**
     * @param path relative to the source root; what the compiler calls it
     */
    public SourceText(String path, String text) {
        super(URI.create("memory:///" + path), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    @Override
    public String getName() {
        return path;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
