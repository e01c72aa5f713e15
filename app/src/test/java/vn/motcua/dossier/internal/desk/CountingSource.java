package vn.motcua.dossier.internal.desk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Remembers the statements the current thread prepares while somebody counts.
public final class CountingSource extends DelegatingDataSource {
    private static final ThreadLocal<List<String>> SEEN = new ThreadLocal<>();

    private CountingSource(DataSource target) {
        super(target);
    }

    /// Puts itself before the platform's pool.
    static BeanPostProcessor wrapping() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new CountingSource(source) : bean;
            }
        };
    }

    /// What the work asked PostgreSQL.
    public static List<String> statements(Supplier<?> work) {
        var seen = new ArrayList<String>();
        SEEN.set(seen);
        try {
            var _ = work.get();
        } finally {
            SEEN.remove();
        }
        return seen;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection)
                Proxy.newProxyInstance(
                        CountingSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals("prepareStatement") && SEEN.get() != null)
                                SEEN.get().add((String) arguments[0]);
                            try {
                                return method.invoke(connection, arguments);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getCause();
                            }
                        });
    }
}
