package dev.lockstep.contract;

import dev.lockstep.generator.ClientGenerator;
import dev.lockstep.generator.GeneratorOptions;
import dev.lockstep.generator.lock.Lock;
import dev.lockstep.generator.lock.LockVerifier;
import dev.lockstep.generator.model.ClientModel;
import dev.lockstep.openapi.SpecDocument;
import dev.lockstep.openapi.SpecOperation;
import dev.lockstep.openapi.SpecReader;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A vendor's locked spec, the model of its client, and the client's classes, which are on the class path.
 *
 * @param document as locked
 * @param model what the client should consist of
 */
record ContractClient(SpecDocument document, ClientModel model) {

    /** Reads {@code specs/<vendor>}. */
    static ContractClient of(Path vendorFolder) {
        Lock lock = LockVerifier.verify(vendorFolder).orThrow();
        SpecDocument document = SpecReader.read(vendorFolder.resolve(lock.spec().file()));
        return new ContractClient(document, ClientGenerator.model(document, GeneratorOptions.fromLock(lock)));
    }

    /** Every operation as the spec has it, in its order. */
    List<SpecOperation> operations() {
        return SpecOperation.all(document);
    }

    /** The path of the documented base URL, without a slash at its end. */
    String basePath() {
        String path = URI.create(model.server()).getRawPath();
        return path == null ? "" : path.replaceFirst("/$", "");
    }

    /** A class of the client by its simple name. */
    Class<?> load(String simpleName) {
        try {
            return Class.forName(
                    model.packageName() + "." + simpleName,
                    true,
                    Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the client has no class " + simpleName, e);
        }
    }

    /** The value of a constant of a class of the client, private or not. */
    Object constant(String simpleName, String field) {
        try {
            Field declared = load(simpleName).getDeclaredField(field);
            declared.setAccessible(true);
            return declared.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no " + simpleName + "." + field, e);
        }
    }

    /** Calls a public method by its name and the number of its parameters; what it throws is thrown as it is. */
    static Object call(Object target, String name, Object... arguments) throws Exception {
        Class<?> type = target instanceof Class<?> own ? own : target.getClass();
        for (var method : type.getMethods()) {
            if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof Exception cause) {
                        throw cause;
                    }
                    throw e;
                }
            }
        }
        throw new AssertionError(
                type.getSimpleName() + " has no method " + name + " for " + arguments.length + " arguments");
    }

    private static boolean fits(Class<?>[] parameters, Object[] arguments) {
        if (parameters.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < parameters.length; i++) {
            if (!parameters[i].isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
