package dev.weft.conformance;

import static dev.weft.Yield.ask;

import module java.base;

import dev.weft.annotations.Comp;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Types that only the import of a module names. */
class ModuleImportTest {

  @TestFactory
  Stream<DynamicNode> conforms() {
    return Conformance.of(ModuleImportTest.class);
  }

  @Comp
  static String collects(Log log) throws IOException {
    List<Path> paths = new ArrayList<>();
    Function<String, Path> path = Path::of;
    for (String name : new TreeSet<>(Set.of("b", "a"))) {
      paths.add(path.apply(name + ask(new Num(name))));
    }
    try {
      if (ask(new Bool("throw"))) {
        throw new UncheckedIOException(new IOException("io"));
      }
    } catch (UncheckedIOException e) {
      log.add(e.getCause());
    }
    var byName = paths.stream().collect(Collectors.toMap(Path::toString, p -> (Object) p));
    Object last = ask(new Str("last"));
    return new TreeMap<>(byName) + "" + last + paths.stream().map(Path::toString).toList();
  }
}
