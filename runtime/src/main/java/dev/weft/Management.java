package dev.weft;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What needs the module {@code java.management}, apart from what must work without it. */
final class Management {
  private Management() {}

  static AutoCloseable register(LiveRunners runners, String name) {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName bean = new ObjectName("dev.weft:type=LiveRunners,name=" + ObjectName.quote(name));
      server.registerMBean(runners, bean);
      return () -> server.unregisterMBean(bean);
    } catch (JMException e) {
      throw new IllegalStateException("No bean can be registered for \"" + name + "\"", e);
    }
  }
}
