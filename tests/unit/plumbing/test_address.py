"""An address leads to this machine, or asks for checked TLS, or is refused; it cannot ask for less care."""

import pytest

from plumbing import address, settings, trust
from plumbing.untrusted import Untrusted

AMQP, POSTGRES = "amqp://house:pw@{}:5672/%2F", "postgresql+psycopg2://house:pw@{}:5432/qingfu_homework"
READERS = pytest.mark.parametrize(("read", "plain"), [(address.broker, AMQP), (address.database, POSTGRES)])
LESS_CARE = ("disable", "allow", "prefer", "require", "verify-ca", "")


@pytest.fixture(autouse=True)
def nothing_told(monkeypatch):
    for name in settings.TRUST:
        monkeypatch.delenv(name, raising=False)


@READERS
@pytest.mark.parametrize("here", ["127.0.0.1", "127.0.1.1", "localhost", "[::1]"])
def test_on_this_machine_a_server_may_be_spoken_to_in_plain(read, plain, here):
    assert not read(plain.format(here)).tls


@READERS
@pytest.mark.parametrize("there", ["db.example.cn", "10.0.0.5", "postgres", "localhost.example.cn"])
def test_in_plain_no_address_leads_to_another_machine(read, plain, there):
    with pytest.raises(Untrusted, match=f"{there}:.*在另一台机器上.*QINGFU_PLAIN_HOSTS"):
        read(plain.format(there))


@READERS
def test_a_host_on_a_closed_network_is_named_by_the_operator_and_no_other_is_let_pass_with_it(read, plain, monkeypatch):
    monkeypatch.setenv("QINGFU_PLAIN_HOSTS", "postgres rabbitmq")
    assert not read(plain.format("rabbitmq")).tls
    with pytest.raises(Untrusted):
        read(plain.format("rabbit"))


@pytest.mark.parametrize("mode", LESS_CARE)
def test_a_database_is_asked_for_its_full_proof_or_not_for_tls_at_all(mode):
    with pytest.raises(Untrusted, match=f"sslmode={mode} 不核对"):
        address.database(f"{POSTGRES.format('127.0.0.1')}?sslmode={mode}")


@pytest.mark.parametrize("switch", ["sslrootcert=/tmp/x", "host=elsewhere", "hostaddr=10.0.0.5", "gssencmode=prefer"])
def test_no_parameter_changes_where_a_database_address_leads_or_whom_it_believes(switch):
    with pytest.raises(Untrusted, match="不认得的参数"):
        address.database(f"{POSTGRES.format('db')}?sslmode=verify-full&{switch}")


@pytest.mark.parametrize("switch", ["ssl_options={'cert_reqs':0}", "ssl_cert_reqs=none", "ssl=0", "verify=verify_none"])
def test_no_parameter_of_an_amqp_library_gets_through(switch):
    with pytest.raises(Untrusted, match="不认得的参数"):
        address.broker(f"amqps://house:pw@broker/%2F?{switch}")


def test_where_an_address_names_no_port_the_usual_one_is_meant():
    assert address.broker("amqps://h:p@broker/").port == 5671
    assert address.broker("amqp://h:p@127.0.0.1/").port == 5672
    assert address.database("postgresql://h:p@db/x?sslmode=verify-full").port == 5432


def test_a_file_of_authorities_is_named_in_full(monkeypatch):
    monkeypatch.setenv("QINGFU_CA_FILE", "ca.pem")
    with pytest.raises(Untrusted, match=r"不是完整的路径：ca\.pem"):
        trust.file()


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_a_file_that_holds_no_authority_is_told(content, monkeypatch, tmp_path):
    if content is not None:
        (tmp_path / "ca.pem").write_text(content)
    monkeypatch.setenv("QINGFU_CA_FILE", str(tmp_path / "ca.pem"))
    with pytest.raises(Untrusted, match=r"ca.pem 不能读，或里面没有证书.*"):
        trust.context()
