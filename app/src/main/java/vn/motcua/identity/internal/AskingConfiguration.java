package vn.motcua.identity.internal;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// The one transaction manager of the platform.
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class AskingConfiguration {
    @Bean
    AskingTransactionManager transactionManager(DataSource dataSource) {
        return new AskingTransactionManager(dataSource);
    }

    @Bean
    @Primary
    TransactionTemplate transactionTemplate(AskingTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }
}
