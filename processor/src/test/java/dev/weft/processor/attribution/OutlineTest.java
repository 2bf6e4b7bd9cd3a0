package dev.weft.processor.attribution;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class OutlineTest {

  @Test
  void bodiesAreGone() {
    assertThat(outline("class A { int f() { return 1 + 2 + 3; } }"))
        .isEqualTo("class A { int f() {throw null;        } }");
  }

  @Test
  void declarationsStay() {
    String text =
        """
        @Some({"{", '"'}) class A<T extends Comparable<T>> {
          static final int N = 3; // {
          int[] table = {1, 2, '{'}; /* { */
          Runnable r = () -> { run("}"); };
          String block = \"""
              { "quoted" \\"\""
              \""";
          @interface Marks { String[] value() default {"a", "}"}; }
          enum E { ONE { int f() { return 1 + 2 + 3 + 4; } }, TWO(() -> { }); }
          record R(int x) {}
          abstract int g() throws Exception;
        }
        """;
    assertThat(outline(text)).isEqualTo(text);
  }

  @Test
  void bodiesOfAllKinds() {
    assertThat(
            outline(
                """
                class A {
                  static { System.out.println("}"); }
                  { System.out.println('}'); }
                  @Other("x") static { System.out.println(); }
                  A(int n) throws Exception { super(n); /* } */ }
                  record R(int record) { R { if (record < 0) { throw new Error(); } } }
                  interface I { @Other("x") default void f() { System.out.println(); } }
                  enum E { ONE; private int g() { return 1 + 2 + 3 + 4; } }
                  class Inner<T> { <U> U h(U u) { return u == null ? null : u; } }
                }
                """))
        .isEqualToIgnoringWhitespace(
            """
            class A {
              static { }
              { }
              @Other("x") static { }
              A(int n) throws Exception {throw null;}
              record R(int record) { R {throw null;} }
              interface I { @Other("x") default void f() {throw null;} }
              enum E { ONE; private int g() {throw null;} }
              class Inner<T> { <U> U h(U u) {throw null;} }
            }
            """);
  }

  @Test
  void whatIsNotCertainStays() {
    for (String text :
        List.of(
            "class A { // \\u000a int f() { return 1 + 2 + 3; } /*\n }",
            "class A { int f() \\u007b return 1 + 2 + 3; } }",
            "class A { String f() { return \"\\{ \"}\" } and more\"; } }",
            "class A { int f() { return 1 + 2 + 3;",
            "class A { /* int f() { return 1 + 2 + 3; } }")) {
      assertThat(outline(text)).isEqualTo(text);
    }
  }

  @Test
  void sourcesOfThisProjectKeepTheirDeclarations() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : List.of("annotations", "runtime", "processor", "conformance", "samples")) {
      try (Stream<Path> all = Files.walk(Path.of("..", module, "src"))) {
        all.filter(f -> f.toString().endsWith(".java"))
            .filter(f -> !f.endsWith("module-info.java"))
            .filter(f -> !f.toString().contains("java21") && !f.toString().contains("java25"))
            .forEach(files::add);
      }
    }
    assertThat(files).hasSizeGreaterThan(500);
    for (Path file : files) {
      String text = Files.readString(file);
      assertThat(declarations(outline(text))).as("%s", file).isEqualTo(declarations(text));
    }
  }

  private static String outline(String text) {
    String outline = Outline.of(text);
    assertThat(outline).hasSameSizeAs(text);
    return outline;
  }

  /** What the compiler reads in a source, without what methods do. */
  private static String declarations(String text) throws IOException {
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    var file = new MemorySource(URI.create("test:///A.java"), text);
    var compiler = ToolProvider.getSystemJavaCompiler();
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, problems, List.of(), null, List.of(file));
    StringBuilder found = new StringBuilder();
    for (CompilationUnitTree unit : task.parse()) {
      unit.getTypeDecls().forEach(t -> add(t, found));
    }
    assertThat(problems.getDiagnostics())
        .filteredOn(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .isEmpty();
    return found.toString();
  }

  private static void add(Tree tree, StringBuilder found) {
    if (tree instanceof ClassTree type) {
      found.append(type.getModifiers()).append(type.getSimpleName()).append(type.getKind());
      found.append(type.getTypeParameters()).append(type.getExtendsClause());
      found.append(type.getImplementsClause()).append(" {\n");
      type.getMembers().forEach(m -> add(m, found));
      found.append("}\n");
    } else if (tree instanceof MethodTree method) {
      found.append(method.getModifiers()).append(method.getReturnType()).append(method.getName());
      found.append(method.getTypeParameters()).append(method.getThrows());
      found.append(method.getParameters().stream().map(Tree::toString).collect(joining()));
      found.append(method.getDefaultValue()).append(method.getBody() == null ? ";\n" : "{}\n");
    } else if (tree instanceof VariableTree variable) {
      found.append(variable).append('\n');
    } else if (tree instanceof BlockTree block) {
      found.append(block.isStatic() ? "static {}\n" : "{}\n");
    } else {
      found.append(tree).append('\n');
    }
  }
}
