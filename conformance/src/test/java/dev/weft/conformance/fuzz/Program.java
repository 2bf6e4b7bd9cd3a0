package dev.weft.conformance.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A generated class: the fixed parts, and a body for each method. */
final class Program {
  static final String PACKAGE = "fuzzed";

  /** An inner class, which sees what its outer instance has. */
  private static final String INNER =
      """
      private int depth = 5;
      class Inner {
        private final int own;
        Inner(int own) {
          Lib.log("inner " + own);
          this.own = own;
        }
        int shown(int n) {
          Lib.log("shown " + own);
          return own + n + depth++;
        }
        @Comp long deep(int fuel, long n) throws Exception {
          depth += Yield.<Integer>yield("i:deep " + n);
          return depth-- + own + hidden(fuel);
        }
      }
      """;

  private static final String GENERIC =
      """
      @Comp static <T> T same(int fuel, T value) throws Exception {
        Lib.log(value);
        T kept = value;
        List<T> list = new ArrayList<>();
        list.add(value);
        for (T each : list) {
          Yield.emit(each);
          kept = each;
        }
        return kept;
      }
      @Comp static <T extends Comparable<T>> T later(int fuel, T a, T b) throws Exception {
        T found = a == null || b == null ? b : a.compareTo(b) > 0 ? a : b;
        if (Yield.<Boolean>yield("z:" + found)) {
          found = same(fuel, found);
        }
        return found;
      }
      """;

  private final Plan plan;
  private final Map<String, Node> bodies;

  private Program(Plan plan, Map<String, Node> bodies) {
    this.plan = plan;
    this.bodies = bodies;
  }

  static Program of(long seed, int methods) {
    Dice dice = new Dice(seed);
    Plan plan = Plan.of("P", methods, dice);
    Map<String, Node> bodies = new LinkedHashMap<>();
    for (Plan.Method method : plan.methods()) {
      bodies.put(method.name(), body(new Body(new Dice(dice.seed()), plan, method)));
    }
    return new Program(plan, bodies);
  }

  private static Node body(Body body) {
    Node some = body.stmts.some(7, 4);
    List<Object> parts = new ArrayList<>(List.of(some));
    if (body.completes) {
      if (body.pauses > 0 && body.dice.percent(60)) {
        parts.add(Node.stmt("emit", "Yield.emit(", body.exprs.any(2), ");\n"));
      }
      parts.add(body.jumps.returned());
    }
    return Node.stmt("", parts.toArray());
  }

  Plan plan() {
    return plan;
  }

  Node body(String method) {
    return bodies.get(method);
  }

  /** The same program with another body for a method. */
  Program with(String method, Node body) {
    Map<String, Node> changed = new LinkedHashMap<>(bodies);
    changed.put(method, body);
    return new Program(plan, changed);
  }

  /** The same program where a method does next to nothing. */
  Program without(String method) {
    Ty type =
        plan.methods().stream()
            .filter(m -> m.name().equals(method))
            .findFirst()
            .orElseThrow()
            .result();
    return with(method, Node.stmt("stub", "return " + type.zero() + ";"));
  }

  boolean isStub(String method) {
    return bodies.get(method).tag.equals("stub");
  }

  /** The program with only some of its methods and with the fields that they name. */
  Program only(List<String> names) {
    Map<String, Node> left = new LinkedHashMap<>(bodies);
    left.keySet().retainAll(names);
    StringBuilder text = new StringBuilder();
    left.values().forEach(b -> b.write(text));
    String used = text.toString();
    List<Plan.Method> methods =
        plan.methods().stream().filter(m -> names.contains(m.name())).toList();
    List<Plan.Field> fields = plan.fields().stream().filter(f -> mentions(used, f.name())).toList();
    return new Program(new Plan(plan.className(), fields, methods), left);
  }

  private static boolean mentions(String text, String name) {
    return java.util.regex.Pattern.compile(
            "(?<![\\w$])" + java.util.regex.Pattern.quote(name) + "(?![\\w$])")
        .matcher(text)
        .find();
  }

  /** All its files, by class. */
  Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>(Family.sources());
    sources.put(PACKAGE + "." + plan.className(), source().toString());
    return sources;
  }

  Source source() {
    Source source = new Source();
    String host = plan.className();
    source.add(
        "package "
            + PACKAGE
            + ";\n\n"
            + "import dev.weft.Yield;\n"
            + "import dev.weft.annotations.Comp;\n"
            + "import dev.weft.conformance.fuzz.Lib;\n"
            + "import dev.weft.conformance.fuzz.Lib.*;\n"
            + "import java.util.*;\n"
            + "import java.util.function.*;\n"
            + "import java.util.stream.*;\n\n"
            + "@SuppressWarnings(\"all\")\n"
            + "public class "
            + host
            + " implements Greeter {\n");
    for (Plan.Field field : plan.fields()) {
      source.add(declaration(field));
    }
    source.add(fixed(host));
    addMethods(source, false);
    if (plan.methods().stream().anyMatch(Plan.Method::isNested)) {
      source.add(
          "static class "
              + Plan.NESTED
              + " {\nprivate int own;\n"
              + Plan.NESTED
              + "(int own) {\nthis.own = own;\n}\n");
      addMethods(source, true);
      source.add("}\n");
    }
    source.add("}\n");
    return source;
  }

  private void addMethods(Source source, boolean areNested) {
    for (Plan.Method method : plan.methods()) {
      if (method.isNested() == areNested) {
        source.begin(method.name());
        source.add(text(method));
        source.end();
      }
    }
  }

  /** The methods and fields alone. */
  String excerpt() {
    Source source = new Source();
    plan.fields().forEach(f -> source.add(declaration(f)));
    for (Plan.Method method : plan.methods()) {
      source.add((method.isNested() ? "// of the nested class\n" : "") + text(method));
    }
    String all = source.toString();
    String ordered = all.contains("same(") || all.contains("later(") ? GENERIC : "";
    source.add(ordered + (all.contains("Inner") ? INNER : "") + Family.excerpt(all));
    return source.toString();
  }

  private static String declaration(Plan.Field field) {
    return (field.isPrivate() ? "private " : "")
        + (field.isStatic() ? "static " : "")
        + (field.type().java + " " + field.name() + " = " + field.type().zero() + ";\n");
  }

  private String text(Plan.Method method) {
    StringBuilder text = new StringBuilder(header(method));
    bodies.get(method.name()).write(text);
    return text + "\n}\n";
  }

  private String fixed(String host) {
    StringBuilder statics = new StringBuilder();
    StringBuilder shown = new StringBuilder("\"\"");
    for (Plan.Field field : plan.fields()) {
      if (field.isStatic()) {
        statics.append(host + "." + field.name() + " = " + field.type().zero() + ";\n");
        shown.append(", " + field.name());
      }
    }
    StringBuilder own = new StringBuilder("\"\"");
    plan.fields().stream().filter(f -> !f.isStatic()).forEach(f -> own.append(", " + f.name()));
    return "static void reset() {\n"
        + statics
        + "}\n"
        + "static void shown() {\nLib.dump("
        + shown
        + ");\n}\n"
        + "void own() {\nLib.dump("
        + own
        + ");\n}\n"
        + "static "
        + host
        + " fresh(int n) {\nLib.log(\"fresh \" + n);\n"
        + "return n % 11 == 10 ? null : new "
        + host
        + "();\n}\n"
        + "private static int secret(int n) {\nLib.log(\"secret \" + n);\nreturn n + 1;\n}\n"
        + "private int hidden(int n) {\nLib.log(\"hidden \" + n);\nreturn n + 2;\n}\n"
        + "@Override public String toString() {\nreturn \"me\";\n}\n"
        + INNER
        + GENERIC;
  }

  private static String header(Plan.Method method) {
    StringBuilder params = new StringBuilder("int fuel");
    for (Plan.Param p : method.params()) {
      String type = p.type().java;
      params.append(", ");
      params.append(p.isVarargs() ? type.replace("[]", "...") : type).append(" " + p.name());
    }
    return "\n@Comp "
        + (method.isPrivate() ? "private " : "")
        + (method.isStatic() ? "static " : "")
        + method.result().java
        + " "
        + method.name()
        + "("
        + params
        + ") throws Exception {\n"
        + "if (fuel <= 0 || Lib.spent()) {\nreturn "
        + method.result().zero()
        + ";\n}\n";
  }
}
