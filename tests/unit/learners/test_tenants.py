from bot.learners.tenants import HostType, Tenant, TenantService
from bot.store.work import Store


def test_an_installation_starts_with_a_demo_tenant_without_foreign_pages(store: Store) -> None:
    tenants = TenantService(store.work)
    tenants.ensure_demo()
    assert [(tenant.id, tenant.allowed_origins, tenant.host_type) for tenant in tenants.all()] == [("demo", (), HostType.OWN)]


def test_a_changed_demo_tenant_stays_as_it_is(store: Store) -> None:
    tenants = TenantService(store.work)
    mine = Tenant("demo", "Onze fabriek", ("https://intranet.example",), HostType.INTRANET)
    tenants.save(mine)
    tenants.ensure_demo()
    assert tenants.all() == [mine]


def test_saving_again_replaces_and_leaves_others_alone(store: Store) -> None:
    tenants = TenantService(store.work)
    tenants.save(Tenant("b", "B"))
    tenants.save(Tenant("a", "A"))
    tenants.save(Tenant("b", "B", ("https://b.example",), HostType.PUBLIC))
    assert tenants.all() == [Tenant("a", "A"), Tenant("b", "B", ("https://b.example",), HostType.PUBLIC)]
