package vn.motcua.vault.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import vn.motcua.identity.Asking;
import vn.motcua.journal.Journal;
import vn.motcua.vault.Vault;
import vn.motcua.vault.VaultCleaning;

/// Puts the room together.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {
    @Bean
    Shelf vaultShelf(@Value("${motcua.data:data}") Path data) throws IOException {
        return new Shelf(data);
    }

    @Bean
    MasterKey vaultMasterKey(VaultSettings settings, @Value("${motcua.data:data}") Path data)
            throws IOException {
        return MasterKey.load(settings.key(), data);
    }

    @Bean
    FileStore vaultFileStore(JdbcClient jdbc) {
        return new FileStore(jdbc);
    }

    @Bean
    Vault vault(
            FileStore files,
            Shelf shelf,
            VaultSettings settings,
            MasterKey master,
            Journal journal,
            Asking asking,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new EncryptedVault(
                files,
                shelf,
                new Reception(shelf, settings),
                settings.quota(),
                master,
                journal,
                asking,
                transactions,
                clock);
    }

    @Bean
    VaultCleaning vaultCleaning(
            FileStore files,
            Shelf shelf,
            Journal journal,
            Asking asking,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Cleaner(files, shelf, journal, asking, transactions, clock);
    }
}
