package io.partnercompetencies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The texts that compiled code works with: not as they stand in the source, in pieces, but as the compiler has joined
 * them. What is joined only while the code runs has {@link #HOLE}s.
 */
final class TextsInCode {

    /** Where a value comes in. */
    static final char HOLE = '\u0001';

    /** A text and the simple name of the class whose code loads it. */
    record Text(String owner, String text) {}

    private TextsInCode() {}

    static List<Text> below(Path classes) {
        try (var files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .flatMap(TextsInCode::of)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Text> of(Path file) {
        try {
            var code = new ClassReader(Files.readAllBytes(file));
            var owner = code.getClassName().replaceAll(".*/", "");
            var texts = new ArrayList<Text>();
            code.accept(everyMethod(text -> texts.add(new Text(owner, text))), ClassReader.SKIP_DEBUG);
            return texts.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassVisitor everyMethod(java.util.function.Consumer<String> found) {
        return new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                    @Override
                    public void visitLdcInsn(Object value) {
                        if (value instanceof String text) {
                            found.accept(text);
                        }
                    }

                    @Override
                    public void visitInvokeDynamicInsn(String name, String type, Handle maker, Object... arguments) {
                        for (var argument : arguments) {
                            visitLdcInsn(argument);
                        }
                    }
                };
            }
        };
    }
}
