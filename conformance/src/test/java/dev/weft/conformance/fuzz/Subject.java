package dev.weft.conformance.fuzz;

import dev.weft.Blocking;
import dev.weft.Computation;
import dev.weft.conformance.fuzz.Script.Fault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A compiled program, to run its methods both ways. */
final class Subject {
  /** A script under which a method and its stepper do different things. */
  record Difference(Script script, Trace original, Trace stepper) {}

  private static final int VARIANTS = 4;

  /** No fault comes later. */
  private static final int MOST_SUSPENSIONS = 40;

  private final Map<String, byte[]> classes;
  private final Class<?> host;
  private final Class<?> factories;
  private final ClassLoader loader;

  Subject(Program program, Map<String, byte[]> classes, boolean asserts) {
    this.classes = classes;
    loader = new Loader(classes);
    loader.setDefaultAssertionStatus(asserts);
    String name = Program.PACKAGE + "." + program.plan().className();
    try {
      host = loader.loadClass(name);
      // A class whose methods are all private has no factories.
      factories = loader.loadClass(classes.containsKey(name + "Comps") ? name + "Comps" : name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the JVM verify all classes; what it says of those that it does not accept, by name. */
  Map<String, String> unverified() {
    Map<String, String> found = new TreeMap<>();
    for (String name : classes.keySet()) {
      try {
        Class.forName(name, true, host.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      } catch (LinkageError e) {
        found.put(name, String.valueOf(e));
      }
    }
    return found;
  }

  /**
   * Whether javac made all classes of the program itself: it leaves out those in dead code, even if
   * others name them.
   */
  boolean isWhole() {
    try {
      for (String name : classes.keySet()) {
        if (!name.matches(".*(_Stepper|_Access|Comps)(\\$.*)?")) {
          loader.loadClass(name).getDeclaredMethods();
        }
      }
      return true;
    } catch (NoClassDefFoundError e) {
      return false;
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Subject.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  /** What became of one method. */
  record Verdict(Optional<Difference> difference, int runs, boolean suspends) {}

  /** Runs a method under many scripts, until they differ. */
  Verdict check(Plan.Method method, long seed) {
    Dice dice = new Dice(seed);
    int runs = 0;
    boolean suspends = false;
    for (int variant = 0; variant < VARIANTS; variant++) {
      Script plain = Script.plain(variant);
      List<Script> scripts = new ArrayList<>(List.of(plain));
      for (int i = 0; i < scripts.size(); i++) {
        Trace original = run(method, scripts.get(i), false);
        Trace stepper = run(method, scripts.get(i), true);
        runs++;
        if (!original.equals(stepper)) {
          Difference difference = new Difference(scripts.get(i), original, stepper);
          return new Verdict(Optional.of(difference), runs, suspends);
        }
        if (i == 0) {
          suspends |= original.suspensions() > 0;
          scripts.addAll(faulty(plain, Math.min(original.suspensions(), MOST_SUSPENSIONS), dice));
        }
      }
    }
    return new Verdict(Optional.empty(), runs, suspends);
  }

  private static List<Script> faulty(Script plain, int suspensions, Dice dice) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < Math.min(suspensions, 4); i++) {
      long at = suspensions <= 4 ? i + 1 : 1 + dice.below(suspensions);
      scripts.add(plain.with(at, Fault.CANCEL));
      scripts.add(plain.with(at, Fault.RAISE));
      scripts.add(plain.with(at, Fault.RAISE).with(at + 1, dice.of(Fault.values())));
    }
    return scripts;
  }

  private Trace run(Plan.Method method, Script script, boolean isStepper) {
    Journal journal = Lib.begin();
    call(host, "reset", null);
    Object self = method.isStatic() ? null : create(method.isNested());
    List<Object> arguments = arguments(method, script);
    Computation<?> computation;
    if (isStepper) {
      if (self != null) {
        arguments.add(0, self);
      }
      computation =
          (Computation<?>) invoke(find(factories(method), method.name()), null, arguments);
    } else {
      Method original = find(host(method), method.name());
      computation = Blocking.of(() -> invoke(original, self, arguments));
    }
    return Trace.of(
        computation,
        script,
        journal,
        () -> {
          Lib.finish();
          call(host, "shown", null);
          if (self != null && !method.isNested()) {
            call(host, "own", self);
          }
        });
  }

  private static List<Object> arguments(Plan.Method method, Script script) {
    List<Object> arguments = new ArrayList<>(List.of(3));
    for (Plan.Param param : method.params()) {
      arguments.add(script.value(param.type().sign.charAt(0), 1000 + arguments.size()));
    }
    return arguments;
  }

  private Class<?> host(Plan.Method method) {
    return method.isNested() ? load(host.getName() + "$" + Plan.NESTED) : host;
  }

  private Class<?> factories(Plan.Method method) {
    return method.isNested() ? load(host.getName() + "_" + Plan.NESTED + "Comps") : factories;
  }

  private Class<?> load(String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object create(boolean isNested) {
    try {
      if (isNested) {
        var constructor =
            load(host.getName() + "$" + Plan.NESTED).getDeclaredConstructor(int.class);
        constructor.setAccessible(true);
        return constructor.newInstance(7);
      }
      var constructor = host.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void call(Class<?> type, String name, Object self) {
    invoke(find(type, name), self, List.of());
  }

  private static Method find(Class<?> type, String name) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        method.setAccessible(true);
        return method;
      }
    }
    throw new IllegalStateException(type + " has no " + name + " for " + type);
  }

  private static Object invoke(Method method, Object self, List<Object> arguments) {
    try {
      return method.invoke(self, arguments.toArray());
    } catch (InvocationTargetException e) {
      throw Lib.<RuntimeException>sneaky(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
