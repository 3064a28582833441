from datetime import datetime, timedelta

# Get all datasets
datasets = client.datasets.list()

# Filter by state and date
ready_datasets = [d for d in datasets if d.ready]
recent_cutoff = (datetime.now() - timedelta(days=7)).isoformat()
recent_datasets = [d for d in datasets if d.created_at > recent_cutoff]

print(f"Ready: {len(ready_datasets)}, Recent: {len(recent_datasets)}")
