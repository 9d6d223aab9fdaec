package io.github.xinyi.example.xinyijia.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * What a source shows to callers without a comment: types, methods, constructors and constants that
 * can be reached from outside. What overrides takes the comment of what it overrides, and the
 * constructor of a record that of the record.
 */
final class Described {

    private static final Set<Tree.Kind> OPEN_BY_NATURE =
            Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private Described() {}

    /** The names of what lacks a comment, in the order of the sources. */
    static List<String> lacking(List<String> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<InMemory> files = sources.stream().map(InMemory::new).toList();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, null, null, files);
        DocTrees comments = DocTrees.instance(task);
        List<String> lacking = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Reader(comments, lacking).scan(unit, unit.getPackageName() + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lacking;
    }

    /** Walks through what can be reached, and no further. */
    private static final class Reader extends TreePathScanner<Void, String> {

        private final DocTrees comments;
        private final List<String> lacking;

        Reader(DocTrees comments, List<String> lacking) {
            this.comments = comments;
            this.lacking = lacking;
        }

        @Override
        public Void visitClass(ClassTree type, String outer) {
            if (!isReached(type.getModifiers())) {
                return null;
            }
            String name = outer + type.getSimpleName();
            note(name);
            return super.visitClass(type, name + ".");
        }

        @Override
        public Void visitMethod(MethodTree method, String outer) {
            if (isReached(method.getModifiers()) && !overrides(method) && !makesARecord(method)) {
                note(outer + method.getName());
            }
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, String outer) {
            if (isReached(variable.getModifiers())) {
                note(outer + variable.getName());
            }
            return null;
        }

        private void note(String name) {
            if (comments.getDocComment(getCurrentPath()) == null) {
                lacking.add(name);
            }
        }

        private static boolean overrides(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(
                            annotation ->
                                    annotation.getAnnotationType() instanceof IdentifierTree name
                                            && name.getName().contentEquals("Override"));
        }

        private boolean makesARecord(MethodTree method) {
            return method.getName().contentEquals("<init>")
                    && getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
        }

        private boolean isReached(ModifiersTree modifiers) {
            Set<Modifier> flags = modifiers.getFlags();
            boolean inInterface =
                    getCurrentPath().getParentPath().getLeaf() instanceof ClassTree outer
                            && OPEN_BY_NATURE.contains(outer.getKind())
                            && !flags.contains(Modifier.PRIVATE);
            return inInterface
                    || flags.contains(Modifier.PUBLIC)
                    || flags.contains(Modifier.PROTECTED);
        }
    }

    /** A source that is in no file. */
    private static final class InMemory extends SimpleJavaFileObject {

        private final String source;

        InMemory(String source) {
            super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
