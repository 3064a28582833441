def download_with_retry(dataset, output_file, max_retries=3, retry_delay=10):
    for attempt in range(max_retries):
        try:
            if not dataset.ready:
                dataset.wait(timeout=300)
            dataset.download(output_file, strategy="replace")
            return True
        except Exception as e:
            print(f"Attempt {attempt + 1} failed: {e}")
            if attempt < max_retries - 1:
                time.sleep(retry_delay)
    return False

# Usage
success = download_with_retry(dataset, "medical_dataset.zip")
